"""What the program runs on."""
import collections
import os
import sys

uname_result = collections.namedtuple('uname_result',
                                      'system node release version machine processor')


def uname():
    """All that the host says about itself."""
    return uname_result(*os.uname(), processor())


def system():
    """Such as 'Linux'."""
    return os.uname().sysname


def node():
    """The name of the machine in its network."""
    return os.uname().nodename


def release():
    """The release of the system."""
    return os.uname().release


def version():
    """The version of the system."""
    return os.uname().version


def machine():
    """Such as 'x86_64'."""
    return os.uname().machine


def processor():
    """The processor, as far as it is known."""
    return ''


def architecture(executable=sys.executable, bits='', linkage=''):
    """The bits of a pointer, and the format of programs."""
    return bits or '64bit', linkage or 'ELF'


def platform(aliased=False, terse=False):
    """One text that says what it is."""
    found = os.uname()
    text = found.sysname + '-' + found.release
    if not terse:
        text += '-' + found.machine
    return text


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    """The version of macOS: this is none."""
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    """The version of Windows: this is none."""
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows: this is none."""
    return None


def win32_is_iot():
    """Whether this is Windows for small things."""
    return False


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    """The version of Jython: this is none."""
    return release, vendor, vminfo, osinfo


def python_implementation():
    """The implementation of the language."""
    return 'pyconc'


def python_version():
    """The version of the language, as a str."""
    return '.'.join(str(part) for part in sys.version_info[:3])


def python_version_tuple():
    """The version of the language, as strs."""
    return tuple(python_version().split('.'))


def python_branch():
    """Empty: not built from a repository's branch."""
    return ''


def python_revision():
    """Empty: not built from a repository's revision."""
    return ''


def python_build():
    """Number and date of the build: not known."""
    return 'main', ''


def python_compiler():
    """What compiled it."""
    return 'Java'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    """The C library: none is used."""
    return lib, version


def freedesktop_os_release():
    """What is in the file os-release."""
    for name in ('/etc/os-release', '/usr/lib/os-release'):
        try:
            with open(name, encoding='utf-8') as file:
                found = {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux'}
                for line in file:
                    key, equals, value = line.strip().partition('=')
                    if equals and not key.startswith('#'):
                        found[key] = value.strip('"\'')
                return found
        except OSError:
            continue
    raise OSError(2, 'Unable to read files /etc/os-release, /usr/lib/os-release')
