package org.latchkey.pass;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.Owner;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.SealException;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Locked;
import org.latchkey.pass.DeviceAccess.Proof;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/**
 * Access as bytes, to be sealed before they are stored. The first byte is the version of the form;
 * a form once released is read for ever.
 *
 * @since 1.0
 */
public final class AccessCodec {
  private static final int VERSION = 1;

  private AccessCodec() {}

  /**
   * Writes an access.
   *
   * @param access the access
   * @return its bytes, with secrets in the clear
   */
  public static byte[] encode(DeviceAccess access) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      write(out, access.standing());
      writeState(out, access);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an access.
   *
   * @param bytes what {@link #encode} made, of this or an earlier version
   * @return the access
   * @throws SealException if the bytes are no access or of a later version
   */
  public static DeviceAccess decode(byte[] bytes) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new SealException("stored access has the unknown form " + version);
      }
      return readState(in, readStanding(in));
    } catch (IOException | DateTimeException | LatchkeyException e) {
      throw new SealException("stored access cannot be read", e);
    }
  }

  private static void writeState(DataOutput out, DeviceAccess access) throws IOException {
    if (access instanceof Armed armed) {
      out.writeByte('A');
      write(out, armed.next());
      out.writeBoolean(armed.kept());
      write(out, armed.arming());
      writeState(out, armed.before());
    } else if (access instanceof Issued issued) {
      out.writeByte('I');
      writeCredential(out, issued.kept());
      write(out, issued.next());
      write(out, issued.deliveredAt());
      write(out, issued.arming());
      write(out, issued.window());
      writeText(out, issued.contest());
    } else if (access instanceof Provisioned provisioned) {
      out.writeByte('P');
      write(out, provisioned.current());
      writeProof(out, provisioned.proof());
    } else if (access instanceof Rotating rotating) {
      out.writeByte('R');
      write(out, rotating.current());
      writeProof(out, rotating.proof());
      write(out, rotating.next());
      out.writeBoolean(rotating.deliveredAt().isPresent());
      if (rotating.deliveredAt().isPresent()) {
        write(out, rotating.deliveredAt().get());
      }
    } else {
      out.writeByte('L');
    }
  }

  private static DeviceAccess readState(DataInput in, Standing standing) throws IOException {
    int state = in.readUnsignedByte();
    return switch (state) {
      case 'L' -> new Locked(standing);
      case 'A' -> {
        Credential next = readCredential(in);
        boolean kept = in.readBoolean();
        Arming arming = readArming(in);
        yield new Armed(standing, readState(in, standing), kept, next, arming);
      }
      case 'I' ->
          new Issued(
              standing,
              in.readBoolean() ? Optional.of(readCredential(in)) : Optional.empty(),
              readCredential(in),
              readInstant(in),
              readArming(in),
              readWindow(in),
              readText(in));
      case 'P' -> new Provisioned(standing, readCredential(in), readProof(in));
      case 'R' ->
          new Rotating(
              standing,
              readCredential(in),
              readProof(in),
              readCredential(in),
              in.readBoolean() ? Optional.of(readInstant(in)) : Optional.empty());
      default -> throw new SealException("stored access has the unknown state " + state);
    };
  }

  private static void write(DataOutput out, Standing standing) throws IOException {
    out.writeUTF(standing.owner().domain());
    out.writeUTF(standing.owner().reseller());
    out.writeUTF(standing.generation());
    out.writeBoolean(standing.disabled());
    out.writeByte(standing.former().size());
    for (Credential former : standing.former()) {
      write(out, former);
    }
    out.writeBoolean(standing.seen().isPresent());
    if (standing.seen().isPresent()) {
      out.writeUTF(standing.seen().get().model());
      out.writeUTF(standing.seen().get().firmware());
    }
    out.writeBoolean(standing.movedFrom().isPresent());
    if (standing.movedFrom().isPresent()) {
      out.writeUTF(standing.movedFrom().get().domain());
      out.writeUTF(standing.movedFrom().get().reseller());
    }
  }

  private static Standing readStanding(DataInput in) throws IOException {
    Owner owner = new Owner(in.readUTF(), in.readUTF());
    String generation = in.readUTF();
    boolean disabled = in.readBoolean();
    List<Credential> former = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      former.add(readCredential(in));
    }
    Optional<Seen> seen =
        in.readBoolean() ? Optional.of(new Seen(in.readUTF(), in.readUTF())) : Optional.empty();
    Optional<Owner> movedFrom =
        in.readBoolean() ? Optional.of(new Owner(in.readUTF(), in.readUTF())) : Optional.empty();
    return new Standing(owner, generation, disabled, former, seen, movedFrom);
  }

  private static void write(DataOutput out, Arming arming) throws IOException {
    write(out, arming.start());
    write(out, arming.end());
    out.writeByte(arming.from().size());
    for (Network network : arming.from()) {
      out.writeUTF(network.toString());
    }
    out.writeBoolean(arming.certificate());
  }

  private static Arming readArming(DataInput in) throws IOException {
    Instant start = readInstant(in);
    Instant end = readInstant(in);
    List<Network> from = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      from.add(Network.of(in.readUTF()));
    }
    return new Arming(start, end, from, in.readBoolean());
  }

  private static void write(DataOutput out, Window window) throws IOException {
    out.writeUTF(window.passId());
    write(out, window.lastAnswer());
    write(out, window.end());
    out.writeInt(window.answers());
    out.writeInt(window.budget());
    writeText(out, window.holder().ipv4());
    writeText(out, window.holder().ipv6());
    out.writeInt(window.changes());
  }

  private static Window readWindow(DataInput in) throws IOException {
    return new Window(
        in.readUTF(),
        readInstant(in),
        readInstant(in),
        in.readInt(),
        in.readInt(),
        new Holder(readText(in), readText(in)),
        in.readInt());
  }

  private static void writeProof(DataOutput out, Optional<Proof> proof) throws IOException {
    out.writeBoolean(proof.isPresent());
    if (proof.isPresent()) {
      write(out, proof.get().at());
      out.writeUTF(proof.get().site());
    }
  }

  private static Optional<Proof> readProof(DataInput in) throws IOException {
    return in.readBoolean()
        ? Optional.of(new Proof(readInstant(in), in.readUTF()))
        : Optional.empty();
  }

  private static void writeCredential(DataOutput out, Optional<Credential> credential)
      throws IOException {
    out.writeBoolean(credential.isPresent());
    if (credential.isPresent()) {
      write(out, credential.get());
    }
  }

  private static void write(DataOutput out, Credential credential) throws IOException {
    out.writeUTF(credential.username());
    out.writeUTF(credential.password().reveal(SecretAccess.granted()));
  }

  private static Credential readCredential(DataInput in) throws IOException {
    return Credential.of(in.readUTF(), in.readUTF());
  }

  private static void writeText(DataOutput out, Optional<String> text) throws IOException {
    out.writeUTF(text.orElse(""));
  }

  private static Optional<String> readText(DataInput in) throws IOException {
    return Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
  }

  // milliseconds would do for every rule, but a value must be equal to itself after a round trip
  private static void write(DataOutput out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
