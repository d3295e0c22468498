import filecmp
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    for name, text in {'a/same': 'x', 'b/same': 'x', 'a/diff': 'x', 'b/diff': 'yy', 'a/left': '', 'b/right': '', 'a/sub/f': '1', 'b/sub/f': '1',
                       'a/sub/deep/g': '1', 'b/sub/deep/g': '2', 'a/odd/x': '', 'b/odd': '', 'a/.git/x': '', 'a/ign': '', 'a/only/z': ''}.items():
        os.makedirs(os.path.dirname(name), exist_ok=True)
        with open(name, 'w') as f:
            f.write(text)
        os.utime(name, (1000, 1000))
    print(filecmp.cmp('a/same', 'b/same'), filecmp.cmp('a/diff', 'b/diff'), filecmp.cmp('a', 'b'), filecmp.cmp('a/sub/deep/g', 'b/sub/deep/g'),
          filecmp.cmp('a/sub/deep/g', 'b/sub/deep/g', shallow=False))
    print(filecmp.cmpfiles('a', 'b', ['same', 'diff', 'left', 'none', 'sub']))
    d = filecmp.dircmp('a', 'b', ignore=['ign', '.git'])
    d.report()
    print('--')
    d.report_partial_closure()
    print('--')
    d.report_full_closure()
    print(d.left_list, d.right_list, d.common, d.subdirs.keys(), d.same_files, d.diff_files, d.funny_files, d.common_funny)
    try:
        d.nothing
    except AttributeError as e:
        print(e)
    try:
        filecmp.cmp('a/none', 'b/none')
    except OSError as e:
        print(e)
    filecmp.clear_cache()
    print(filecmp.DEFAULT_IGNORES, sorted(filecmp.__all__))
    os.chdir('/')
