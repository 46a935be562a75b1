package org.latchkey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.latchkey.internal.FileLinks;
import org.latchkey.internal.Outage;
import org.latchkey.spi.FileSource;
import org.latchkey.spi.StoredFile;

/**
 * Hands out the host's files: whole or in parts, to phones that have proven themselves, and to
 * those that come by a link. Under the global pass no firmware is given: a phone that restarts in
 * the middle of its first boot begins it anew.
 */
final class Files {
  // what plays, shows or speaks; all else may be an image
  private static final Set<String> HARMLESS =
      Set.of("wav", "mp3", "ogg", "ring", "xml", "txt", "lang", "lng", "jpg", "jpeg", "png", "bmp");

  /** RFC 9110 section 5.6.7: the day always has two digits, unlike in the JDK's RFC 1123. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final FileSource source;
  private final FileLinks links;
  private final Answer answer;

  Files(FileSource source, FileLinks links, Answer answer) {
    this.source = source;
    this.links = links;
    this.answer = answer;
  }

  /** The answer to a link, right or wrong; nobody is challenged there. */
  ProvisioningResponse byLink(Located located, ProvisioningRequest request) {
    return links
        .pathOf(located.segments())
        .flatMap(this::find)
        .map(file -> answer(request, file))
        .orElseGet(() -> answer.notFound(request));
  }

  /**
   * The answer to a phone that has shown something right.
   *
   * @param own whether that was its own credential
   */
  ProvisioningResponse give(Located located, ProvisioningRequest request, boolean own) {
    return Optional.of(String.join("/", located.segments()))
        .filter(path -> !path.isEmpty() && (own || isHarmless(path)))
        .flatMap(this::find)
        .map(file -> answer(request, file))
        .orElseGet(() -> answer.notFound(request));
  }

  private static boolean isHarmless(String path) {
    return HARMLESS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private Optional<StoredFile> find(String path) {
    return Outage.guard("file source", () -> source.find(path));
  }

  private ProvisioningResponse answer(ProvisioningRequest request, StoredFile file) {
    String tag = tag(file);
    if (Answer.isAmong(request.headers().values("If-None-Match"), tag)) {
      return Answer.end(new ResponseBuilder(304).header("ETag", tag), request);
    }
    // a part of another version than the phone has begun with would be half a file of each; a date
    // cannot tell two versions of one second apart (RFC 9110 section 13.1.5)
    List<String> condition = request.headers().values("If-Range");
    boolean parts =
        request.method().equals("GET") && (condition.isEmpty() || condition.equals(List.of(tag)));
    Optional<Range> part =
        parts ? Range.of(request.headers().values("Range"), file.length()) : Optional.empty();
    if (part.filter(range -> range.length() == 0).isPresent()) {
      return Answer.end(
          new ResponseBuilder(416)
              .header("Content-Range", "bytes */" + file.length())
              .text("416 Range Not Satisfiable"),
          request);
    }
    Range range = part.orElseGet(() -> Range.all(file.length()));
    ResponseBuilder response = new ResponseBuilder(part.isPresent() ? 206 : 200);
    if (part.isPresent()) {
      long last = range.from() + range.length() - 1;
      response.header("Content-Range", "bytes " + range.from() + "-" + last + "/" + file.length());
    }
    return Answer.end(
        response
            .header("ETag", tag)
            .header("Last-Modified", HTTP_DATE.format(file.modified()))
            .header("Accept-Ranges", "bytes")
            .file(file, range),
        request);
  }

  /** Strong as far as a host's clock is fine (RFC 9110 section 8.8.3). */
  private static String tag(StoredFile file) {
    String time = Long.toHexString(ChronoUnit.MICROS.between(Instant.EPOCH, file.modified()));
    return "\"" + Long.toHexString(file.length()) + "-" + time + "\"";
  }
}
