/dev/fd/3: line 200: ./pysock: No such file or directory
