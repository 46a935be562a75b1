package org.latchkey.testkit.brand;

/**
 * A text that counts how often it is looked at, which is the work of a pattern.
 *
 * <p>Not safe for use by several threads.
 *
 * @since 1.0
 */
public final class CountedText implements CharSequence {
  private final String text;
  private int looks;

  /**
   * Counts from zero.
   *
   * @param text the text
   */
  public CountedText(String text) {
    this.text = text;
  }

  /**
   * The work so far.
   *
   * @return how many characters were looked at, each as often as it was
   */
  public int looks() {
    return looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    looks++;
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
