/** Who acts through the management interfaces, and what that scope may do. */
@org.jspecify.annotations.NullMarked
package org.latchkey.caller;
