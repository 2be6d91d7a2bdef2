for n in ['\x00','a\'b','é','\ud800','a"b\'']:
    for f in (lambda: setattr(complex,n,1), lambda: delattr(complex,n), lambda: setattr(5,n,1), lambda: delattr(5,n), lambda:getattr(5,n), lambda: getattr(complex,n), lambda: setattr(object(),n,1), lambda: getattr(len,n), lambda: setattr(len,n,1), lambda: getattr(__import__('sys'),n), lambda: delattr(__import__('sys'),n), lambda: setattr((lambda:0),n,1), lambda: delattr((lambda:0),n), lambda:getattr(type('C',(),{}),n), lambda:delattr(type('C',(),{}),n), lambda:delattr(type('C',(),{})(),n), lambda:getattr(type('C',(),{})(),n), lambda:delattr(ValueError(),n), lambda:super(int,5).__getattribute__(n), lambda: getattr(super(int,5),n)):
        try: f(); print('ok')
        except Exception as e: print(ascii(str(e)))
