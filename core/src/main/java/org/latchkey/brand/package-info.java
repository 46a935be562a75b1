/**
 * What a brand plug-in is made of: recogniser, boot sequence, models, renderer and traits, and the
 * pipeline that turns them into files.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.brand;
