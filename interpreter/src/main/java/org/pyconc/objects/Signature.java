package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function. The order of {@code names} is that of CPython's local variables:
 * positional, keyword-only, {@code *args}, {@code **kwargs}.
 *
 * @param name the function's name
 * @param names all parameter names
 * @param positionalOnly how many of the positional ones cannot be given by name
 * @param positional how many can be given by position
 * @param keywordOnly how many can be given only by name
 * @param hasVarArgs whether there is a {@code *args}
 * @param hasKwArgs whether there is a {@code **kwargs}
 * @param defaults of the last positional parameters; for native functions only
 * @param keywordDefaults one per keyword-only parameter, null for required ones; for native
 *     functions only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Signature(
    String name,
    String[] names,
    int positionalOnly,
    int positional,
    int keywordOnly,
    boolean hasVarArgs,
    boolean hasKwArgs,
    Object[] defaults,
    @Nullable Object[] keywordDefaults) {

  /** Whether exactly so many positional arguments fill all parameters as they stand. */
  public boolean isFixed(int count) {
    return positional == count && names.length == count;
  }

  /** Whether all parameters are positional ones. */
  public boolean isSimple() {
    return positional == names.length;
  }
}
