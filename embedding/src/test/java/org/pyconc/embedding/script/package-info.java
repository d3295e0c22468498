/** Tests of the scripting engine. */
@org.jspecify.annotations.NullMarked
package org.pyconc.embedding.script;
