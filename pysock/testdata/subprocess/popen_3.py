"""Programs that are started: how they begin, talk and end."""
import subprocess,os,sys
def e(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as x: print(repr(x), str(x), getattr(x,'filename',None))
P=subprocess.Popen
e(P,['/nosuch']); e(P,['nosuch']); e(P,['/etc/passwd']); e(P,['true'],cwd='/nosuch'); e(P,['/nosuch'],cwd='/nosuch'); e(P,[]); e(P,['']); e(P,3); e(P,['a',3]); e(P,['true'],bufsize='x'); e(P,'true x'); e(P,['true'],stdin='x'); e(P,['true\0x']); e(P,['true'],env={'a=b':'c'}); e(P,['true'],env={'a':3}); e(P,['true'],stdin=999)
e(subprocess.run,['sh','-c','exit 3'],check=True)
e(subprocess.run,['echo','x'],capture_output=True); e(subprocess.run,['echo','x'],capture_output=True,text=True); e(subprocess.run,['cat'],input='x'); e(subprocess.check_output,['cat'],input='x',text=True); e(subprocess.check_output,['cat'],stdout=1); e(subprocess.getstatusoutput,'echo a; exit 4')
e(P,['true'],text=True,universal_newlines=False);e(P,['true'],startupinfo=1);e(P,['true'],creationflags=1);e(P,['true'],extra_groups=3); e(P,['true'],pass_fds=(-1,)); e(P,['true'],umask='x')
p=P(['cat'],stdin=-1,stdout=-1); print(type(p.stdin),type(p.stdout),p); p.communicate(); print(p)
p=P(['cat'],stdin=-1,stdout=-1,text=True,bufsize=1); print(type(p.stdin),p.stdin.encoding); p.communicate()
p=P(['true']); p.wait(); print(p.poll(), p.returncode, p.terminate()); e(p.communicate,'x')
p=P(['sleep','20'],stdout=-1)
e(p.communicate,timeout=0.05); e(p.communicate,b'x',timeout=1)
p.kill(); e(p.communicate); print(p.returncode)
print(subprocess.list2cmdline(['a b','c"d','e\\','f g\\','','h\ti']))
r,w=os.pipe()
print(subprocess.run(['sh','-c','echo hi > /dev/fd/%d'%w],pass_fds=(w,)).returncode); os.close(w); print(os.read(r,10)); os.close(r)
e(subprocess.run,['sh','-c','echo $FOO; pwd; umask'],env={'FOO':'bar','PATH':os.environ['PATH']},cwd='/usr',umask=0o33,capture_output=True)
data=b'y'*1000000
out=subprocess.run(['cat'],input=data,capture_output=True).stdout; print(out==data)
e(subprocess.run,['sh','-c','echo out; echo err >&2'],stdout=-1,stderr=-2)
e(subprocess.run,['sh','-c','echo out; echo err >&2'],stdout=-3,stderr=-1)
e(subprocess.call,'exit 7',shell=True); e(subprocess.check_call,'exit 7',shell=True)
with P(['cat'],stdin=-1,stdout=-1,text=True) as p:
    p.stdin.write('line\n'); p.stdin.flush(); print(p.stdout.readline())
p=P(['sh','-c','trap "exit 5" TERM; echo ready; while :; do sleep 0.05; done'],stdout=-1); p.stdout.readline(); p.terminate(); print(p.wait(timeout=10)); p.stdout.close()
p=P(['sleep','30'],start_new_session=True); print(os.getsid(p.pid)==p.pid, os.getpgid(p.pid)==p.pid); e(p.wait,timeout=0.05); os.killpg(p.pid,9); print(p.wait())
p=P(['sleep','30'],process_group=0); print(os.getpgid(p.pid)==p.pid, os.getsid(p.pid)==os.getsid(0)); p.kill(); print(p.wait())
print(os.system('exit 3'), os.popen('exit 2').close())
print(subprocess.TimeoutExpired(['a'],1.5), repr(subprocess.CompletedProcess('a',1,b'x')))
e(subprocess.run,['sh','-c','kill -9 $$'],check=True)
e(subprocess.run,'kill -50 $$',shell=True,check=True)
