/**
 * Administration: every action a person or program may take on devices and their access. REST,
 * pages and command line only translate.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.admin;
