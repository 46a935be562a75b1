/**
 * Writers and escaping that brands share. A writer never lets a value become a second parameter.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.format;
