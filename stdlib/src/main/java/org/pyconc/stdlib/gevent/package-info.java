/**
 * What is native in the package {@code gevent}: the hub and its loop, on the kernel's timers and
 * wait queues.
 */
@NullMarked
package org.pyconc.stdlib.gevent;

import org.jspecify.annotations.NullMarked;
