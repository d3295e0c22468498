package org.pyconc.objects;

/**
 * What a native body receives for an optional argument that was not given and has no default value
 * ({@code <unrepresentable>} in its signature). Never reaches a program.
 */
public enum Unset {
  UNSET
}
