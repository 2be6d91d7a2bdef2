"""Programs that are started, by subprocess, commands and popen2."""
import subprocess,os,sys,commands,popen2
def e(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as x: print(repr(x), str(x), getattr(x,'filename',None))
P=subprocess.Popen
e(P,['/nosuch']); e(P,['nosuch']); e(P,['/etc/passwd']); e(P,['true'],cwd='/nosuch'); e(P,[]); e(P,3); e(P,['a',3]); e(P,['true'],bufsize='x'); e(P,'true x'); e(P,['true'],stdin='x'); e(P,['true'],env={'a':3})
e(subprocess.check_call,['sh','-c','kill -9 $$']); e(subprocess.check_output,['sh','-c','echo x; exit 3']); e(subprocess.check_output,['echo','x']); e(subprocess.check_output,'echo x',shell=True); e(subprocess.check_output,['cat'],stdout=1)
p=P(['cat'],stdin=-1,stdout=-1); p.stdin.write('abc\n'); p.stdin.flush(); print p.stdout.readline(), p.communicate('def\n'); print p.returncode
p=P(['cat'],stdin=-1,stdout=-1,stderr=-1); print map(len,p.communicate('x'*200000))
p=P('echo a; echo b >&2',shell=True,stdout=-1,stderr=-2); print p.communicate()
p=P(['sleep','20']); print p.poll(); p.kill(); print p.wait()
print commands.getstatusoutput('echo a; exit 3'), commands.getoutput('echo hi'), commands.mkarg("a'b$"), commands.mk2arg('a','b')
o,i=popen2.popen2('cat'); i.write('hi'); i.close(); print o.read()
o,i,er=popen2.popen3('cat; echo err >&2'); i.write('hi'); i.close(); print o.read(), er.read()
o,i=popen2.popen4(['sh','-c','echo err >&2']); i.close(); print o.read()
p=popen2.Popen3('exit 3'); print p.wait(), p.poll()
print os.popen('echo x').read(), os.popen('exit 3').close(), os.system('exit 1')
p=P(['printf','a\\r\\nb\\rc'],stdout=-1,universal_newlines=True); print repr(p.communicate()), subprocess.list2cmdline(['a b','c"d','e\\'])
