import warnings
warnings.simplefilter('ignore', RuntimeWarning)
import asyncio, sys
# asyncio: tasks, groups, cancellation, messages, reprs
async def sl(t, v): await asyncio.sleep(t); return v
async def main():
    t = asyncio.create_task(sl(0.01, 1), name='nm')
    print(t.get_name(), t.done(), t.cancelled(), 'pending' in repr(t), "name='nm'" in repr(t))
    print(await t, t.done(), t.result(), t.exception(), 'finished' in repr(t) and 'result=1' in repr(t))
    for bad in (lambda: t.set_result(1), lambda: t.set_exception(1), lambda: asyncio.get_running_loop().create_future().result(), lambda: asyncio.get_running_loop().create_future().exception()):
        try: bad()
        except Exception as e: print(type(e).__name__, e)
    f = asyncio.get_running_loop().create_future()
    print(f); f.set_result(3); print(f, f.result())
    try: f.set_result(4)
    except asyncio.InvalidStateError as e: print('ISE', e)
    f = asyncio.Future(); f.cancel('msg'); print(f, f.cancelled())
    try: f.result()
    except asyncio.CancelledError as e: print('CE', e.args)
    f = asyncio.Future(); f.set_exception(ValueError('x')); print(f); 
    try: await f
    except ValueError as e: print(e)
    try: f2 = asyncio.Future(); f2.set_exception(StopIteration())
    except TypeError as e: print(e)
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(sl(4, 'a')); b = tg.create_task(fail(0.001)); c = tg.create_task(sl(5, 'c'))
    except* ValueError as eg: print(eg, eg.exceptions, a.cancelled(), c.cancelled())
    async with asyncio.TaskGroup() as tg: x = tg.create_task(sl(0, 5))
    print(x.result(), tg)
    try: tg.create_task(sl(0, 1))
    except RuntimeError as e: print(str(e)[:14])
    try:
        async with asyncio.timeout(0.01) as cm: await asyncio.sleep(5)
    except TimeoutError as e: print('timeout', e.args, cm.expired(), cm)
    async with asyncio.timeout(None) as cm: cm.reschedule(asyncio.get_running_loop().time() + 10); print(cm.when() is not None, cm.expired())
    try: await asyncio.wait_for(sl(1, 1), 0.01)
    except asyncio.TimeoutError as e: print('wf', e.args)
    done, pend = await asyncio.wait([asyncio.create_task(sl(0.001, 1)), asyncio.create_task(sl(1, 2))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pend)); [p.cancel() for p in pend]
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait([sl(0, 1)]), lambda: asyncio.wait(sl(0, 1)), lambda: asyncio.gather(1), lambda: asyncio.wait_for(3, 1)):
        try: r = await bad()
        except (ValueError, TypeError) as e: print(type(e).__name__, e)
    print(await asyncio.gather(sl(0.002, 1), sl(0.001, 2), fail(0), return_exceptions=True))
    for co in asyncio.as_completed([sl(0.02, 'slow'), sl(0.001, 'fast')]): print(await co)
    async def stubborn():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: print('caught', asyncio.current_task().cancelling()); asyncio.current_task().uncancel(); return 'survived'
    t = asyncio.create_task(stubborn()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelled(), t.cancelling())
    async def inner():
        await asyncio.sleep(0.01); return 'shielded'
    it = asyncio.create_task(inner()); st = asyncio.create_task(outer(it)); await asyncio.sleep(0); st.cancel()
    try: await st
    except asyncio.CancelledError: print('outer cancelled', it.done()); print(await it)
    sem = asyncio.Semaphore(2); await sem.acquire(); print(sem.locked()); await sem.acquire(); print(sem.locked()); sem.release(); sem.release()
    bs = asyncio.BoundedSemaphore(1)
    try: bs.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    lk = asyncio.Lock(); print('unlocked' in repr(lk)); await lk.acquire(); print('[locked]' in repr(lk)); lk.release()
    try: lk.release()
    except RuntimeError as e: print(e)
    ev = asyncio.Event(); print('unset' in repr(ev)); ev.set(); print(await ev.wait(), '[set]' in repr(ev))
    cond = asyncio.Condition()
    try: await cond.wait()
    except RuntimeError as e: print(e)
    try: cond.notify()
    except RuntimeError as e: print(e)
    async def waiter():
        async with cond: await cond.wait_for(lambda: ev.is_set()); return 'notified'
    ev.clear(); w = asyncio.create_task(waiter()); await asyncio.sleep(0)
    async with cond: ev.set(); cond.notify_all()
    print(await w)
    bar = asyncio.Barrier(2); r = await asyncio.gather(bar.wait(), bar.wait()); print(sorted(r), bar.parties, bar.n_waiting, bar.broken)
    q = asyncio.PriorityQueue(); [q.put_nowait(i) for i in (3, 1, 2)]; print([q.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue(2); lq.put_nowait(1); lq.put_nowait(2); print(lq.full(), lq.get_nowait(), lq.qsize(), lq.maxsize, lq)
    try: asyncio.Queue(1).get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q = asyncio.Queue(1); q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e))
    q.get_nowait(); q.task_done(); await q.join()
    try: q.task_done()
    except ValueError as e: print(e)
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, 1); loop.call_later(0.01, order.append, 3); loop.call_at(loop.time() + 0.005, order.append, 2); h = loop.call_soon(order.append, 'x'); h.cancel(); print(h.cancelled())
    await asyncio.sleep(0.05); print(order)
    print(await loop.run_in_executor(None, lambda: 'exec'), await asyncio.to_thread(pow, 2, 3))
    import concurrent.futures
    with concurrent.futures.ThreadPoolExecutor() as ex: print(await loop.run_in_executor(ex, sum, [1, 2]))
    import threading
    res = []
    def th(): res.append(asyncio.run_coroutine_threadsafe(sl(0.001, 'ts'), loop).result(5))
    tt = threading.Thread(target=th); tt.start(); await asyncio.sleep(0.1); tt.join(); print(res)
    loop.set_exception_handler(lambda l, c: print('handler', c['message'][:21], repr(c.get('exception'))))
    loop.call_soon(lambda: 1/0); await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), asyncio.current_task().get_coro().__name__, asyncio.iscoroutine(sl), asyncio.iscoroutinefunction(sl))
    print(asyncio.isfuture(f), asyncio.ensure_future(t) is t)
async def fail(t): await asyncio.sleep(t); raise ValueError('failed')
async def outer(it): return await asyncio.shield(it)
asyncio.run(main())
with asyncio.Runner() as r: print(r.run(sl(0, 'runner')), r.get_loop().is_running())
for bad in (lambda: asyncio.run(3), lambda: asyncio.get_running_loop(), lambda: asyncio.run(sl(0, 1), 2), lambda: asyncio.Runner().run(3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
async def reenter():
    c = sl(0, 1)
    try: asyncio.run(c)
    except RuntimeError as e: print(e); c.close()
asyncio.run(reenter())
async def ki(): raise KeyboardInterrupt
try: asyncio.run(ki())
except KeyboardInterrupt: print('KI')
async def ex(): sys.exit(3)
try: asyncio.run(ex())
except SystemExit as e: print('exit', e.code)
loop = asyncio.new_event_loop(); print(loop.run_until_complete(sl(0, 'ruc'))); loop.close(); print(loop.is_closed())
try: loop.run_until_complete(sl(0, 1))
except RuntimeError as e: print(e)
