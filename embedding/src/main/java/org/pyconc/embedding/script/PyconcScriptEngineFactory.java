package org.pyconc.embedding.script;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** What {@code ScriptEngineManager} finds. */
public final class PyconcScriptEngineFactory implements ScriptEngineFactory {
  static final String ID = "pyconc";
  private static final String VERSION = "0.1";
  private static final String LANGUAGE_VERSION = "3.11";

  @Override
  public String getEngineName() {
    return ID;
  }

  @Override
  public String getEngineVersion() {
    return VERSION;
  }

  @Override
  public List<String> getExtensions() {
    return List.of("pc", "py");
  }

  @Override
  public List<String> getMimeTypes() {
    return List.of("text/x-pyconc");
  }

  @Override
  public List<String> getNames() {
    return List.of(ID);
  }

  @Override
  public String getLanguageName() {
    return ID;
  }

  @Override
  public String getLanguageVersion() {
    return LANGUAGE_VERSION;
  }

  @Override
  public @Nullable Object getParameter(String key) {
    return switch (key) {
      case ScriptEngine.ENGINE, ScriptEngine.NAME, ScriptEngine.LANGUAGE -> ID;
      case ScriptEngine.ENGINE_VERSION -> VERSION;
      case ScriptEngine.LANGUAGE_VERSION -> LANGUAGE_VERSION;
      case "THREADING" -> "MULTITHREADED";
      default -> null;
    };
  }

  @Override
  public String getMethodCallSyntax(String object, String method, String... arguments) {
    return object + "." + method + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String getOutputStatement(String text) {
    return "print(\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\")";
  }

  @Override
  public String getProgram(String... statements) {
    return String.join("\n", statements) + "\n";
  }

  @Override
  public ScriptEngine getScriptEngine() {
    return new PyconcScriptEngine(this);
  }
}
