/**
 * Public by necessity, not API: shared by {@code org.latchkey.admin} and the request steps. Not
 * exported.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.internal;
