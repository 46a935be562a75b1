package org.latchkey.brand.polycom;

/** A text that counts how often it is looked at, which is the work of a pattern. */
final class CountedText implements CharSequence {
  private final String text;
  private int looks;

  CountedText(String text) {
    this.text = text;
  }

  int looks() {
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
