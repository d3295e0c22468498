import asyncio
import io
import re
import unittest

events = []


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        events.append('setUp')

    async def asyncSetUp(self):
        events.append('asyncSetUp')
        self.value = 3

    async def asyncTearDown(self):
        events.append('asyncTearDown')

    def tearDown(self):
        events.append('tearDown')

    async def test_await(self):
        await asyncio.sleep(0)
        self.assertEqual(self.value, 3)
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        events.append('clean')

    def test_plain(self):
        self.assertEqual(self.value, 3)

    async def test_raises(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(10), 0.001)

    async def test_fails(self):
        self.fail('no')


out = io.StringIO()
result = unittest.TextTestRunner(stream=out, verbosity=2).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(Async))
text = out.getvalue()
print(text[:text.index('Traceback')])
print(result, events)


class Order(unittest.TestCase):
    def test_b(self):
        pass

    def test_a(self):
        pass

    def helper(self):
        raise AssertionError('not a test')


print(unittest.TestLoader().getTestCaseNames(Order))
program = unittest.main(argv=['prog', 'Order.test_a', '-q'], exit=False,
                        testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result)
try:
    unittest.main(argv=['prog', 'Order'], testRunner=unittest.TextTestRunner(io.StringIO()))
except SystemExit as e:
    print('exit', e.code)
suite = unittest.TestSuite()
suite.addTest(Order('test_a'))
suite.addTests([Order('test_b'), unittest.FunctionTestCase(lambda: None, description='fn')])
print(suite.countTestCases(), [str(t).replace('<lambda>', 'L') for t in suite])
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, result.wasSuccessful(), suite)
