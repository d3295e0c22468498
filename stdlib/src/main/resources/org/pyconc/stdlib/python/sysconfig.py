"""Where things are, and how the interpreter was made."""
import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename',
           'get_path', 'get_path_names', 'get_paths', 'get_platform', 'get_python_version',
           'get_scheme_names', 'parse_config_h']

_SCHEMES = {
    'posix_prefix': {
        'stdlib': '{base}/lib/python{version}', 'platstdlib': '{base}/lib/python{version}',
        'purelib': '{base}/lib/python{version}/site-packages',
        'platlib': '{base}/lib/python{version}/site-packages',
        'include': '{base}/include/python{version}',
        'platinclude': '{base}/include/python{version}',
        'scripts': '{base}/bin', 'data': '{base}'},
    'posix_home': {
        'stdlib': '{base}/lib/python', 'platstdlib': '{base}/lib/python',
        'purelib': '{base}/lib/python', 'platlib': '{base}/lib/python',
        'include': '{base}/include/python', 'platinclude': '{base}/include/python',
        'scripts': '{base}/bin', 'data': '{base}'},
    'posix_user': {
        'stdlib': '{userbase}/lib/python{version}', 'platstdlib': '{userbase}/lib/python{version}',
        'purelib': '{userbase}/lib/python{version}/site-packages',
        'platlib': '{userbase}/lib/python{version}/site-packages',
        'include': '{userbase}/include/python{version}',
        'scripts': '{userbase}/bin', 'data': '{userbase}'},
}


def _user_base():
    return os.environ.get('PYTHONUSERBASE') or os.path.expanduser('~/.local')


def get_config_vars(*args):
    """The variables, or the values of those that are named."""
    version = get_python_version()
    known = {'prefix': sys.prefix, 'exec_prefix': sys.prefix, 'base': sys.prefix,
             'platbase': sys.prefix, 'installed_base': sys.prefix,
             'installed_platbase': sys.prefix, 'projectbase': sys.prefix,
             'userbase': _user_base(), 'py_version': sys.version.split()[0],
             'py_version_short': version, 'py_version_nodot': version.replace('.', ''),
             'platlibdir': 'lib', 'abiflags': '', 'srcdir': sys.prefix, 'EXT_SUFFIX': '.so',
             'SOABI': None, 'Py_DEBUG': 0, 'WITH_PYMALLOC': 0, 'Py_ENABLE_SHARED': 0}
    return [known.get(name) for name in args] if args else known


def get_config_var(name):
    return get_config_vars().get(name)


def get_python_version():
    return '%d.%d' % sys.version_info[:2]


def get_platform():
    name, host, release, version, machine = os.uname()
    return f'{name.lower()}-{machine}'


def get_scheme_names():
    return tuple(sorted(_SCHEMES))


def get_default_scheme():
    return get_preferred_scheme('prefix')


def get_preferred_scheme(key):
    return {'prefix': 'posix_prefix', 'home': 'posix_home', 'user': 'posix_user'}[key]


def get_path_names():
    return tuple(_SCHEMES['posix_prefix'])


def get_paths(scheme='posix_prefix', vars=None, expand=True):
    paths = _SCHEMES[scheme]
    if not expand:
        return dict(paths)
    values = {'base': sys.prefix, 'userbase': _user_base(), 'version': get_python_version()}
    values.update(vars or {})
    return {name: path.format(**values) for name, path in paths.items()}


def get_path(name, scheme='posix_prefix', vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def get_config_h_filename():
    return os.path.join(get_path('include'), 'pyconfig.h')


def get_makefile_filename():
    return os.path.join(get_path('stdlib'), 'config', 'Makefile')


def parse_config_h(fp, vars=None):
    """The definitions of a header file."""
    vars = {} if vars is None else vars
    for line in fp:
        words = line.split(None, 2)
        if len(words) == 3 and words[0] == '#define':
            value = words[2].strip()
            try:
                value = int(value)
            except ValueError:
                pass
            vars[words[1]] = value
        elif line.startswith('/* #undef ') and line.rstrip().endswith('*/'):
            vars[words[2].split()[0]] = 0
    return vars


def is_python_build(check_home=None):
    return False


def expand_makefile_vars(s, vars):
    """Replaces the references of a makefile."""
    import re
    return re.sub(r'\$[({]([A-Za-z][A-Za-z0-9_]*)[)}]',
                  lambda m: str(vars.get(m.group(1), '')), s)
