package org.latchkey.spi;

import java.util.List;
import org.latchkey.pass.GlobalPass;

/**
 * Global passes that Latchkey's management may change. Without it, changes to them are answered as
 * not supported.
 *
 * <p>Called by many threads at once.
 *
 * @since 1.0
 */
public interface EditableGlobalPasses extends GlobalPasses {

  /**
   * Lists all passes as they are now.
   *
   * @return the passes, those that were added last come last
   */
  List<GlobalPass> all();

  /**
   * Adds a pass beside those of its scope.
   *
   * @param pass the pass
   * @throws org.latchkey.error.InvalidValueException if there is a pass of that id, or another
   *     scope has one of that user name; then nothing changed
   */
  void add(GlobalPass pass);

  /**
   * Removes a pass.
   *
   * @param id its id
   * @return false if there is none of that id
   */
  boolean remove(String id);
}
