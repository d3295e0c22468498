/**
 * Processes, threads and coroutines: an M:N scheduler that knows nothing of any language.
 *
 * <p>A {@link org.pyconc.kernel.Kernel} runs processes, each with one or more tasks. A task is a
 * coroutine that lives on one scheduler thread for life, so the tasks of one process never run at
 * the same time. Whatever blocks parks the task, never the scheduler thread.
 */
@NullMarked
package org.pyconc.kernel;

import org.jspecify.annotations.NullMarked;
