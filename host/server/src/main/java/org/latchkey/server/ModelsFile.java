package org.latchkey.server;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.latchkey.brand.LikeModel;

/**
 * Models that no release knows yet: a JSON list of {@code {"brand":"yealink","model":"T99X",
 * "like":"T46U"}}.
 */
final class ModelsFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Set<String> FIELDS = Set.of("brand", "model", "like");

  private ModelsFile() {}

  static List<LikeModel> read(Path file) {
    JsonNode list;
    try {
      list = MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new StartException("--models: cannot read " + file + ": " + e.getMessage(), e);
    }
    if (!list.isArray()) {
      throw new StartException("--models: " + file + " must be a JSON list");
    }
    List<LikeModel> models = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String place = "--models: " + file + "[" + i + "]";
      JsonNode model = list.get(i);
      for (Iterator<String> names = model.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!FIELDS.contains(name)) {
          throw new StartException(place + "." + name + " must be one of brand, like, model");
        }
      }
      models.add(
          new LikeModel(
              text(model, place, "brand"),
              text(model, place, "model"),
              text(model, place, "like")));
    }
    return models;
  }

  private static String text(JsonNode model, String place, String field) {
    JsonNode value = model.path(field);
    if (!value.isTextual()) {
      throw new StartException(
          place
              + "."
              + field
              + " must be a text, such as {\"brand\":\"yealink\","
              + "\"model\":\"T99X\",\"like\":\"T46U\"}");
    }
    return value.asText();
  }
}
