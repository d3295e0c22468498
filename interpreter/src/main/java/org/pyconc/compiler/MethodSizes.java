package org.pyconc.compiler;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;

/** How large the methods of a class file are. */
final class MethodSizes {
  private MethodSizes() {}

  /**
   * The length of the longest code of one method, in bytes.
   *
   * @param enough what nobody wants to know exactly: the answer may be any number up to that
   */
  static int largest(byte[] classFile, int enough) {
    if (classFile.length <= enough) {
      return classFile.length;
    }
    int largest = 0;
    for (MethodModel method : ClassFile.of().parse(classFile).methods()) {
      CodeModel code = method.code().orElse(null);
      boolean isInitialiser = method.methodName().equalsString("<clinit>"); // it runs once
      if (code instanceof CodeAttribute a && !isInitialiser) {
        largest = Math.max(largest, a.codeLength());
      }
    }
    return largest;
  }
}
