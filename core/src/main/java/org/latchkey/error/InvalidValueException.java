package org.latchkey.error;

/**
 * A value given to Latchkey has not the form that its field allows. Nothing was stored or changed.
 *
 * @since 1.0
 */
public final class InvalidValueException extends LatchkeyException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 64;

  /** The field's name or path. */
  private final String field;

  /** What is allowed and what was found. */
  private final String problem;

  private InvalidValueException(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
    this.problem = problem;
  }

  /**
   * Reports a value that may be shown.
   *
   * @param field the field's name or path, such as {@code lines[0].registrar.port}
   * @param allowed the form that is allowed
   * @param value the offending value; shown shortened, control characters replaced
   * @return the exception, to be thrown by the caller
   */
  public static InvalidValueException of(String field, String allowed, Object value) {
    return new InvalidValueException(field, "must be " + allowed + ", was '" + shown(value) + "'");
  }

  /**
   * Reports a secret value, which is not shown.
   *
   * @param field the field's name or path
   * @param allowed the form that is allowed
   * @return the exception, to be thrown by the caller
   */
  public static InvalidValueException ofSecret(String field, String allowed) {
    return new InvalidValueException(field, "must be " + allowed);
  }

  /**
   * The same complaint seen from an enclosing object.
   *
   * @param prefix path of the enclosing object, such as {@code lines[0]}
   * @return a new exception whose field is {@code prefix.field}
   */
  public InvalidValueException under(String prefix) {
    return new InvalidValueException(prefix + "." + field, problem);
  }

  /**
   * The same complaint under another name.
   *
   * @param path the name or path by which the caller knows the field, such as {@code from[0]}
   * @return a new exception whose field is that
   */
  public InvalidValueException at(String path) {
    return new InvalidValueException(path, problem);
  }

  /**
   * Names the offending field.
   *
   * @return the field's name or path
   */
  public String field() {
    return field;
  }

  /**
   * Says what is allowed and what was found.
   *
   * @return the message without the field's name
   */
  public String problem() {
    return problem;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\ufffd' : c));
    return text.length() > SHOWN ? out.append("...").toString() : out.toString();
  }
}
