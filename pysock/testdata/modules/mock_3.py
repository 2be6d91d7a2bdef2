from unittest.mock import *
import unittest.mock as mk
import re
def show(x): print(re.sub(r"id='?\d+'?", "id=N", str(x)))
def err(f,*a,**k):
    try: r=f(*a,**k); show(repr(r))
    except BaseException as e: show("%s: %s"%(type(e).__name__, e))
m = Mock(name='foo')
show(repr(m)); show(repr(m.bar)); show(repr(m.bar())); show(repr(m.bar().baz(1)[0] if 0 else m.bar().baz(1)))
show(m.mock_calls); show(m.method_calls)
m=Mock(return_value=3)
print(m(1,a=2), m.called, m.call_count, m.call_args, m.call_args_list)
err(m.assert_called_with, 2); err(m.assert_called_once_with, 1, a=2); m()
err(m.assert_called_once_with,1); err(m.assert_not_called); err(Mock().assert_called); err(Mock().assert_called_once); err(Mock().assert_called_with,1)
err(m.assert_any_call, 5); err(m.assert_has_calls,[call(5)]); err(m.assert_has_calls,[call(5)],any_order=True); err(m.assert_has_calls,[call(1,a=2),call()])
m=Mock(side_effect=[1,ValueError('x'),3])
err(m);err(m);err(m);err(m)
m=Mock(side_effect=KeyError('k')); err(m)
m=Mock(spec=['a','b']); err(getattr,m,'c'); m.c=1; print(m.c)
m=Mock(spec_set=['a','b']); err(setattr,m,'c',1)
class C:
    x=1
    def f(self,a,b=2): pass
    async def g(self): pass
m=Mock(spec=C); show(m); print(isinstance(m,C)); err(getattr,m,'zz'); show(m.f); show(m.g)
err(getattr, Mock(), 'asert_called'); err(getattr, Mock(), 'called_once'); err(getattr, Mock(), 'assert_foo')
mm=MagicMock(); print(len(mm), int(mm), bool(mm), 3 in mm, float(mm), complex(mm)); show(str(mm)); show(mm[3]); print(mm==mm, hash(mm)==hash(mm))
with mm as f: show(type(f))
show(mm.mock_calls)
mm.__getitem__.return_value='q'; print(mm['a']); mm.__getitem__.assert_called_with('a')
mm.__iter__.return_value=iter([1,2]); print(list(mm), list(mm))
mm.__iter__.return_value=[1,2]; print(list(mm), list(mm))
mm.__str__=lambda self:'str!'; print(str(mm))
err(lambda: mm<3); err(lambda: mm+3)
import string as os, sys; os.getcwd=lambda:'/c'; os.environ={}
with patch('string.getcwd') as g:
    g.return_value='/x'; print(os.getcwd()); show(g)
print(os.getcwd()!='/x')
@patch('string.getcwd', return_value=3)
@patch.object(C,'x',7)
@patch.object(C,'f',autospec=True)
def t(f,g):
    print(C.x, g(), os.getcwd()); c=C(); c.f(1); f.assert_called_once_with(c,1); err(c.f); show(type(f))
t()
print(C.x, type(C.f))
d={'a':1}
with patch.dict(d,{'b':2},clear=True): print(d)
print(d)
with patch.dict('string.environ',{'ZZ':'2'}): print(os.environ['ZZ'])
print('ZZ' in os.environ)
with patch.multiple(C,x=5,f=DEFAULT) as v: print(C.x, list(v)); show(v['f'])
err(lambda: patch('time.nothere').start()); err(patch,'os'); 
c=create_autospec(C); show(c); err(c, 1); i=c(); show(i); err(i.f); i.f(1,b=3); i.f.assert_called_with(1,3); show(i.mock_calls); err(getattr,i,'nope'); err(i.f.assert_called_with,1)
def fn(a,b=2,*,k=1): 'doc'
f=create_autospec(fn,return_value=9); print(f(1), f.called, f.call_args, f.__name__); err(f); err(f.assert_called_with,a=1); err(f.assert_called_with,2)
print(f.mock.called, f.call_count)
print(ANY==3, sentinel.foo, sentinel.foo is sentinel.foo, call(1,2,a=3), call.foo(1).bar(2), call.foo(1).bar(2).call_list(), call==call, call.x)
print(call(1)==((1,),), call(1)==((1,),{}), call(1)==call(2), call('a',b=1)==call('a',b=ANY), (1,)==call(1))
m=mock_open(read_data='a\nb\nc')
with patch('builtins.open',m):
    with open('foo') as h: print(h.read())
    with open('foo') as h: print(list(h))
    with open('foo') as h: print(h.readline(), h.readlines())
m.assert_called_with('foo'); show(m.mock_calls); print(m().write('x')); m().write.assert_called_once_with('x')
class P:
    @property
    def p(self): return 1
with patch.object(P,'p',new_callable=PropertyMock) as p:
    p.return_value=4; x=P(); print(x.p); x.p=5; print(p.mock_calls)
m=Mock(); m.a.b.return_value=3; seal(m); print(m.a.b()); err(getattr,m,'zz'); err(m.a); err(setattr,m,'q',1)
m=Mock(); m.configure_mock(**{'a.b.return_value':3,'c.side_effect':KeyError}); print(m.a.b()); err(m.c)
m=Mock(); ch=Mock(); m.attach_mock(ch,'kid'); ch(1); print(m.mock_calls); show(ch)
m=Mock(wraps=[1,2]); err(lambda: m.index(2)); err(lambda: m.foo)
m=Mock(); del m.f; err(lambda: m.f); print(hasattr(m,'f'))
m=Mock(); m.x=1; m(2); m.reset_mock(); print(m.called, m.call_args, m.x, m.mock_calls)
print([n for n in dir(Mock(spec=['a'])) if not n.startswith('_')])
am=AsyncMock(return_value=5)
def run(co):
    try: co.send(None)
    except StopIteration as e: return e.value
    finally: co.close()
import inspect
print(run(am(1)), am.await_count, am.await_args); err(am.assert_awaited_with,2); am.assert_awaited_once_with(1); err(AsyncMock().assert_awaited); err(AsyncMock().assert_awaited_with,1); err(am.assert_not_awaited); err(am.assert_any_await,7); err(am.assert_has_awaits,[call(9)]); err(AsyncMock().assert_awaited_once)
print(inspect.iscoroutinefunction(am))
async def co(a): return 1
show(Mock(spec=co)); show(Mock(co)); f=create_autospec(co); print(inspect.iscoroutinefunction(f)); print(type(run(f(1))))
with patch('__main__.co') as p: show(type(p).__name__)
async def aw():
    async with AsyncMock() as x: pass
    a=MagicMock(); a.__aiter__.return_value=[1,2]
    return [i async for i in a]
print(run(aw()))
m=Mock(fn); m(1,2); m.assert_called_with(a=1,b=2); err(m.assert_called_with,1,3)
print(mk.NonCallableMock.__module__, mk._Call.__module__, repr(mk.patch)[:15]); err(NonCallableMock())
err(Mock, spec=Mock())
with patch('builtins.open', mock_open(read_data='a\nb\n')):
    h = open('x')
    print([next(h), next(h)])
    err(next, h)
show(repr(next(MagicMock())))
