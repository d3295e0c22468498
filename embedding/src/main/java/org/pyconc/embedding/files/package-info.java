/** The files of a context as files of Java. */
@NullMarked
package org.pyconc.embedding.files;

import org.jspecify.annotations.NullMarked;
