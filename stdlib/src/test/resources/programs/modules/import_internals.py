# _imp: the import lock and what is built in.
import _imp

print(_imp.check_hash_based_pycs)
print(_imp.lock_held())
_imp.acquire_lock()
_imp.acquire_lock()
print(_imp.lock_held())
_imp.release_lock()
print(_imp.lock_held())
_imp.release_lock()
print(_imp.lock_held())
try:
    _imp.release_lock()
except RuntimeError as e:
    print(e)
print(bool(_imp.is_builtin('sys')), bool(_imp.is_builtin('no such module')))
print(_imp.is_frozen('no such module'), _imp.find_frozen('no such module'))
for function in _imp.is_frozen_package, _imp.get_frozen_object:
    try:
        function('missing')
    except ImportError as e:
        print(e, e.name)
