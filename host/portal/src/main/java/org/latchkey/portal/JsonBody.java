package org.latchkey.portal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.latchkey.error.InvalidValueException;

/**
 * Reads a request's body: one JSON value in UTF-8, no key twice, at most 1 MiB unless a call takes
 * more (RFC 8259). Nothing of the body is repeated in a complaint, since it may be a secret.
 */
final class JsonBody {
  private static final int MIB = 1024 * 1024;
  private static final int LONGEST = MIB;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "application/json\\s*+(?:;\\s*+charset=\"?utf-8\"?\\s*+)?", Pattern.CASE_INSENSITIVE);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  private JsonBody() {}

  /** The object in the body; an empty one if there is no body. */
  static Json read(HttpServletRequest request) {
    return read(request, LONGEST);
  }

  /** The same where a body may be longer, or must be shorter. */
  static Json read(HttpServletRequest request, int longest) {
    byte[] bytes = bytes(request, longest);
    if (bytes.length == 0) {
      return Json.of(MAPPER.createObjectNode(), "");
    }
    String type = request.getContentType();
    if (type != null && !MEDIA_TYPE.matcher(type.strip()).matches()) {
      throw new HttpProblem(415, "send application/json in UTF-8");
    }
    return Json.of(parse(text(bytes)), "");
  }

  private static byte[] bytes(HttpServletRequest request, int longest) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw new HttpProblem(413, "a body may have " + longest / MIB + " MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw new HttpProblem(400, "the body ended early");
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new HttpProblem(400, "malformed JSON: not UTF-8");
    }
  }

  private static JsonNode parse(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode node = tree(parser);
      if (node == null || parser.nextToken() != null) {
        throw new HttpProblem(400, "malformed JSON: not exactly one value");
      }
      return node;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new HttpProblem(400, "malformed JSON at line " + line);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    try {
      return MAPPER.readTree(parser);
    } catch (MismatchedInputException e) {
      // the one complaint that a tree reader has of its own: a key that was there before
      throw InvalidValueException.ofSecret(path(parser.getParsingContext()), "given only once");
    }
  }

  private static String path(JsonStreamContext place) {
    String before = place.getParent() == null ? "" : path(place.getParent());
    if (place.inArray() && place.hasCurrentIndex()) {
      return before + "[" + place.getCurrentIndex() + "]";
    }
    boolean named = place.inObject() && place.hasCurrentName();
    return named ? Json.path(before, place.getCurrentName()) : before;
  }
}
