/** Files for phones out of a folder of the host. */
@NullMarked
package org.latchkey.files;

import org.jspecify.annotations.NullMarked;
