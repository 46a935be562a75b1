package org.latchkey.brand.grandstream;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;

/** Tells Grandstream's phones. */
final class GrandstreamRecogniser implements Recogniser {
  private final ModelCatalogue models;

  GrandstreamRecogniser(ModelCatalogue models) {
    this.models = models;
  }

  @Override
  public Optional<FileClaim> file(String name) {
    return GrandstreamFiles.claim(name);
  }

  @Override
  public Optional<Product> product(String header) {
    return GrandstreamHeader.read(header)
        .map(
            found ->
                new Product(
                    name(found.model()),
                    found.version(),
                    found.macs().stream().findFirst(),
                    true,
                    found.macs().stream().skip(1).toList()));
  }

  /** An HT-502 is an HT502. */
  private String name(String token) {
    return models
        .find(token)
        .or(() -> models.find(token.replace("-", "")))
        .map(Model::name)
        .orElse(token);
  }

  @Override
  public List<String> headerPatterns() {
    return GrandstreamHeader.PATTERNS;
  }
}
