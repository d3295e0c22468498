/** The language for Java programs: {@code Context.create("pyconc")} of the polyglot API. */
@NullMarked
package org.pyconc.embedding;

import org.jspecify.annotations.NullMarked;
