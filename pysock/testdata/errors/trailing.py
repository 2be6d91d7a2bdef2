# What follows the code of a line is shown in a traceback; the module traceback
# leaves it out.
import traceback
def f(): 
    	raise KeyError( 1 )   	
 
def g():
    return f( )  
try:
    g() 
except KeyError:
    print(traceback.format_exc().count(" \n"))
x = [g() , 1]   	
