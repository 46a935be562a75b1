package org.latchkey.benchmarks;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;

/**
 * Stands for a brand that is not there yet: claims the files of another one, and gives each header
 * of somebody else's phone up as a third one does.
 *
 * @param id its id
 * @param like the brand whose files it claims
 * @param reader the brand that does not find itself in the headers
 */
record StandIn(String id, Brand like, Brand reader) implements Brand {
  @Override
  public Recogniser recogniser() {
    Recogniser known = like.recogniser();
    return new Recogniser() {
      @Override
      public Optional<FileClaim> file(String name) {
        return known.file(name);
      }

      @Override
      public Optional<Product> product(String header) {
        return reader.recogniser().product(header);
      }

      @Override
      public List<String> headerPatterns() {
        return List.of(id);
      }
    };
  }

  @Override
  public BootSequence bootSequence() {
    return like.bootSequence();
  }

  @Override
  public ModelCatalogue models() {
    return like.models();
  }

  @Override
  public Renderer renderer() {
    return like.renderer();
  }

  @Override
  public Traits traits() {
    return like.traits();
  }
}
