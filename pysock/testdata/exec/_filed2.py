result = given + 1
