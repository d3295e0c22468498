import unittest, sys, io, re
order = []
def setUpModule(): order.append('setUpModule')
def tearDownModule(): order.append('tearDownModule')
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): order.append('setUpClass')
    @classmethod
    def tearDownClass(cls): order.append('tearDownClass')
    def setUp(self):
        order.append('setUp')
        self.addCleanup(order.append, 'cleanup')
    def tearDown(self): order.append('tearDown')
    def test_ok(self):
        "A documented test"
        self.assertEqual(1, 1)
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 2, 4])
    def test_dict(self): self.assertEqual({'a': 1, 'b': 2}, {'a': 1, 'c': 2}, 'my message')
    def test_text(self): self.assertEqual('one\ntwo\nthree', 'one\ntwo!\nthree')
    def test_word(self): self.assertEqual('abc', 'abd')
    def test_set(self): self.assertEqual({1, 2}, {2, 3})
    def test_tuple(self): self.assertEqual((1,), (1, 2, 3))
    def test_err(self): return {}['nope']
    def test_raises(self):
        with self.assertRaises(ValueError) as cm:
            int('x')
        self.assertIn('invalid', str(cm.exception))
        self.assertRaises(KeyError, lambda: 1)
    def test_regex(self):
        with self.assertRaisesRegex(ValueError, 'zzz'):
            int('x')
    def test_sub(self):
        for i in range(3):
            with self.subTest('msg', i=i):
                self.assertNotEqual(i, 1)
        with self.subTest(k=1): raise KeyError
    @unittest.skip('not now')
    def test_skip(self): pass
    @unittest.skipIf(True, 'if')
    def test_skip_if(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail('expected')
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_skip_inside(self): self.skipTest('inside')
    def test_almost(self):
        self.assertAlmostEqual(1.0, 1.00000001)
        self.assertAlmostEqual(1.0, 1.1, delta=0.01)
    def test_more(self):
        self.assertCountEqual([1, 2, 2], [2, 1, 1])
    def test_cmp(self): self.assertGreater(1, 2)
    def test_isinst(self): self.assertIsInstance(1, str)
    def test_none(self): self.assertIsNone(3)
    def test_re(self): self.assertRegex('abc', 'x+')
    def test_long(self): self.assertEqual('a' * 200, 'a' * 199 + 'b')
    def test_logs(self):
        import logging
        with self.assertLogs('x', 'INFO') as cm:
            logging.getLogger('x').info('hi')
        self.assertEqual(cm.output, ['INFO:x:hi'])
        self.assertNoLogs('x').__enter__()
    def test_warns(self):
        import warnings
        with self.assertWarns(UserWarning) as cm:
            warnings.warn('w')
        self.assertEqual(str(cm.warning), 'w')
        with self.assertWarns(UserWarning): pass
    def test_true(self): self.assertTrue([], 'empty')
class BadClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('no class')
    def test_x(self): pass
@unittest.skip('whole class')
class Skipped(unittest.TestCase):
    def test_1(self): pass
class Setup(unittest.TestCase):
    def setUp(self): raise OSError('setup')
    def test_never(self): print('never')
class Tear(unittest.TestCase):
    def tearDown(self): 1 / 0
    def test_both(self): self.fail('first')
def run(verbosity):
    out = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    res = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    text = out.getvalue().replace(sys._getframe().f_code.co_filename, 'FILE')
    print(re.sub(r'in \d+\.\d+s', 'in TIME', text))
    print(res, res.wasSuccessful())
run(1)
print(order)
run(2)
print(T('test_ok'), repr(T('test_ok')), T('test_ok').id(), T('test_ok').shortDescription(), T('test_ok') == T('test_ok'))
print(unittest.TestSuite([T('test_ok')]), unittest.TestSuite().countTestCases())
try: T('zzz')
except ValueError as e: print(e)
