/** The language as a scripting engine of Java (JSR 223): {@code getEngineByName("pyconc")}. */
@NullMarked
package org.pyconc.embedding.script;

import org.jspecify.annotations.NullMarked;
