# What typing's names are, print, become with other types, and as pickles.
import typing, pickle, copy, collections.abc
from typing import *
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
T=TypeVar('T'); S=TypeVar('S'); Ts=TypeVarTuple('Ts'); P=ParamSpec('P')
for x in (Union[int,str], Optional[str], Tuple[int,...], Callable[[str],bytes], List[int], Dict[str,int], Annotated[int,'x'], Literal[1,2], ClassVar[int], Final[int], T, Any, NoReturn):
    t(lambda: (repr(x), pickle.loads(pickle.dumps(x))==x if x is not T else ''))
    t(lambda: copy.copy(x)==x)
t(lambda: Annotated[int, 4][int])
t(lambda: Annotated[T, 4][int])
t(lambda: List[Annotated[T, 5]][int])
t(lambda: Annotated[Annotated[int,1],2])
t(lambda: Annotated[List[int],1]())
t(lambda: Annotated[int,1].__mro__)
t(lambda: Annotated[int,1].__metadata__)
t(lambda: Annotated[int])
t(lambda: type('X',(Annotated,),{}))
t(lambda: ClassVar[1])
t(lambda: ClassVar[int,str])
t(lambda: Final[1])
t(lambda: isinstance(1, ClassVar))
t(lambda: isinstance(1, List[int]))
t(lambda: issubclass(int, Union[int,str]))
t(lambda: isinstance(1, Union[int,str]))
t(lambda: List[int]([1]))
t(lambda: Union[int])
t(lambda: Union[()])
t(lambda: Union[int, 3])
t(lambda: Optional[int,str])
t(lambda: Callable[int])
t(lambda: Callable[[int]])
t(lambda: Callable[[T],S][int,str])
t(lambda: Callable[P,T][[int,str],int])
t(lambda: Callable[..., T][int])
t(lambda: collections.abc.Callable[[int],str])
t(lambda: hash(collections.abc.Callable[[int],str])==hash(collections.abc.Callable[[int],str]))
t(lambda: collections.abc.Callable[[T],str][int])
t(lambda: assert_never(1))
t(lambda: ForwardRef('int'))
t(lambda: ForwardRef('int')==ForwardRef('int'))
t(lambda: ForwardRef('1+'))
t(lambda: List['int'])
t(lambda: Union['int',None])
class N:
    x: 'List[N]'
    y: Optional['N'] = None
t(lambda: get_type_hints(N))
@no_type_check
def nf(a:'zzz')->5: pass
t(lambda: get_type_hints(nf))
t(lambda: get_args(Tuple[int,str]))
t(lambda: Generic[int])
t(lambda: Generic[T,T])
class G(Generic[T]): pass
t(lambda: G[int,str])
t(lambda: G[int].__origin__)
t(lambda: G[int]==G[int])
t(lambda: G[T][int])
t(lambda: (G[int].__args__, G.__parameters__, G.__orig_bases__))
class PP(Protocol):
    def m(self): ...
t(lambda: PP())
t(lambda: isinstance(1,PP))
@runtime_checkable
class RP(Protocol):
    def m(self): ...
class Im:
    def m(self): pass
t(lambda: (isinstance(Im(),RP), isinstance(1,RP), issubclass(Im,RP)))
class NT(NamedTuple):
    a:int
    b:str='x'
t(lambda: (NT(1), NT._field_defaults, NT.__annotations__))
class TD(TypedDict, total=False):
    a:Required[int]
    b:str
t(lambda: (TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__))
t(lambda: isinstance({}, TD))
UserId=NewType('UserId', int)
t(lambda: (UserId(5), UserId, UserId.__supertype__))
t(lambda: Literal[1,1,2])
t(lambda: Literal[1]==Literal[True])
t(lambda: list(Literal[1,2].__args__))
t(lambda: TypeVar('X', int))
t(lambda: TypeVar('X', int, str, bound=int))
t(lambda: TypeVar('X', covariant=True))
t(lambda: T|int)
t(lambda: int|List[T])
t(lambda: List[int]|None)
t(lambda: cast(int,'x'))
t(lambda: get_origin(List[int]))
t(lambda: get_origin(Annotated[int,1]))
t(lambda: is_typeddict(TD))
t(lambda: Tuple[()])
t(lambda: tuple[()])
t(lambda: Tuple[int, ...])
t(lambda: Type[int])
t(lambda: type[int])
t(lambda: Deque[int])
t(lambda: DefaultDict[str,int])
t(lambda: Concatenate[int,P])
t(lambda: TypeGuard[int])
t(lambda: Unpack[Ts])
t(lambda: Tuple[Unpack[Ts]])
t(lambda: Generic[Unpack[Ts]])
t(lambda: Self)
t(lambda: LiteralString)
t(lambda: list[T][int])
t(lambda: list[int].__class__)
t(lambda: dict[str, T][int])
t(lambda: List[int].append)
t(lambda: List[int].__name__)
t(lambda: Any())
t(lambda: isinstance(1,Any))
t(lambda: type('X',(Any,),{}))
t(lambda: get_type_hints(type('Q',(),{'__annotations__':{'a':'int|None'}})))
@overload
def ov(a:int)->int: ...
@overload
def ov(a:str)->str: ...
def ov(a): return a
t(lambda: len(get_overloads(ov)))
@final
class Fi: pass
t(lambda: Fi.__final__)
