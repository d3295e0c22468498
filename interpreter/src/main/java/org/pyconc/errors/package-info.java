/** Guest exceptions: the carrier, the exception types, and the words of the messages. */
@NullMarked
package org.pyconc.errors;

import org.jspecify.annotations.NullMarked;
