package org.latchkey.example.fanvil;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;
import org.latchkey.config.Table;

/**
 * Some of Fanvil's desk phones: those whose configuration is XML. What is known of them and what is
 * not stands in {@code FACTS.md}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FanvilBrand implements Brand {
  // Nobody knows when a new credential counts. They ask at a reboot only, so to wait costs nothing.
  private static final Traits TRAITS =
      new Traits(
          List.of(Traits.Scheme.DIGEST, Traits.Scheme.BASIC),
          Duration.ofSeconds(45),
          20,
          "application/xml; charset=UTF-8");

  private final ModelCatalogue models =
      new ModelCatalogue(rows("models.txt").stream().map(FanvilBrand::model).toList());
  private final Recogniser recogniser = new FanvilRecogniser(models);
  private final Renderer renderer = new FanvilRenderer();

  /** The brand with all models of its table. */
  public FanvilBrand() {}

  @Override
  public String id() {
    return "fanvil";
  }

  @Override
  public Recogniser recogniser() {
    return recogniser;
  }

  @Override
  public BootSequence bootSequence() {
    return phone -> List.of(new BootFile(phone.mac() + ".cfg", FileRole.DEVICE));
  }

  @Override
  public ModelCatalogue models() {
    return models;
  }

  @Override
  public Renderer renderer() {
    return renderer;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  static List<List<String>> rows(String table) {
    return Table.rows(table, FanvilBrand.class.getResourceAsStream(table));
  }

  private static Model model(List<String> row) {
    int lines = Integer.parseInt(row.get(1));
    return new Model(row.get(0), lines, Integer.parseInt(row.get(2)), Map.of());
  }
}
