package dev.shardline.signal.format.onda.arrow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.flatbuffers.Table;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/// Reads a table from an Arrow file or stream. A file holds a stream between its first eight bytes
/// and its footer (Arrow.jl leaves out the stream's end mark), so both are read message by message.
public final class ArrowReader {
  private static final byte[] FILE_MAGIC = "ARROW1\0\0".getBytes(US_ASCII);
  private static final int CONTINUATION = -1;

  /// The length of the footer and the magic string.
  private static final int TAIL_BYTES = 10;

  private final ByteBuffer bytes;
  private final int end;
  private final Map<Long, ArrowField> dictionaryFields = new HashMap<>();
  private final Map<Long, ArrowVector> dictionaries = new HashMap<>();
  private final List<ArrowTable.Batch> batches = new ArrayList<>();
  private Optional<ArrowTable> schema = Optional.empty();
  private int at;

  private ArrowReader(byte[] bytes) throws MalformedDataException {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.at = isFile(bytes) ? FILE_MAGIC.length : 0;
    this.end = isFile(bytes) ? startOfFooter() : bytes.length;
  }

  private int startOfFooter() throws MalformedDataException {
    int tail = bytes.capacity() - TAIL_BYTES;
    int footer = tail < FILE_MAGIC.length ? -1 : bytes.getInt(tail);
    if (footer < 0 || footer > tail - FILE_MAGIC.length) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          "Arrow file",
          bytes.capacity(),
          "a footer of at most %d bytes, its length and 'ARROW1'".formatted(tail),
          "a footer of %d bytes".formatted(footer));
    }
    return tail - footer;
  }

  /// Whether these first bytes are those of an Arrow file.
  public static boolean isFile(byte[] head) {
    return head.length >= FILE_MAGIC.length
        && Arrays.equals(head, 0, FILE_MAGIC.length, FILE_MAGIC, 0, FILE_MAGIC.length);
  }

  /// The table in these bytes.
  ///
  /// @throws MalformedDataException if they are none; the offset is that of the message at fault
  public static ArrowTable read(byte[] bytes) throws MalformedDataException {
    ArrowReader reader = new ArrowReader(bytes);
    int message = reader.at;
    try {
      while (reader.readMessage()) {
        message = reader.at;
      }
    } catch (BrokenArrow broken) {
      throw broken.at(message);
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException
        | AssertionError unreadable) {
      // Flat buffers are read without prior checks; a reference that leads nowhere ends here.
      throw new MalformedDataException(
          Reason.MALFORMED, "message", message, "a sound flat buffer", "" + unreadable);
    }
    ArrowTable schema =
        reader.schema.orElseThrow(() ->
            new MalformedDataException(Reason.MALFORMED, "Arrow table", 0, "a schema", "none"));
    return new ArrowTable(schema.metadata(), schema.fields(), reader.batches);
  }

  /// @return false at the end of the stream
  private boolean readMessage() throws BrokenArrow {
    if (end - at < Integer.BYTES) {
      return false;
    }
    int length = bytes.getInt(at);
    at += Integer.BYTES;
    if (length == CONTINUATION) {
      length = bytes.getInt(at);
      at += Integer.BYTES;
    }
    if (length == 0) {
      return false;
    }
    if (length < 0 || length > end - at) {
      throw new BrokenArrow("message length", "1 to %d bytes".formatted(end - at), "" + length);
    }
    Message message =
        Message.getRootAsMessage(bytes.slice(at, length).order(ByteOrder.LITTLE_ENDIAN));
    at += length;
    long bodyLength = message.bodyLength();
    if (bodyLength < 0 || bodyLength > end - at) {
      throw new BrokenArrow("body length", "0 to %d bytes".formatted(end - at), "" + bodyLength);
    }
    ByteBuffer body = bytes.slice(at, (int) bodyLength);
    at += (int) bodyLength;
    dispatch(message, body);
    return true;
  }

  private void dispatch(Message message, ByteBuffer body) throws BrokenArrow {
    switch (message.headerType()) {
      case MessageHeader.Schema -> readSchema(header(message, new Schema()));
      case MessageHeader.DictionaryBatch ->
          readDictionary(header(message, new DictionaryBatch()), body);
      case MessageHeader.RecordBatch -> readBatch(header(message, new RecordBatch()), body);
      default ->
          throw new BrokenArrow(
              "message",
              "a schema, a dictionary or a record batch",
              "header type " + message.headerType());
    }
  }

  private static <T extends Table> T header(Message message, T into) throws BrokenArrow {
    if (message.header(into) == null) {
      throw new BrokenArrow("message", "a header", "none");
    }
    return into;
  }

  private void readSchema(Schema read) throws BrokenArrow {
    if (schema.isPresent() || read.endianness() != Endianness.Little) {
      throw new BrokenArrow("schema", "one, little-endian", "another");
    }
    List<ArrowField> fields = SchemaReader.fields(read);
    fields.forEach(this::noteDictionaries);
    schema = Optional.of(new ArrowTable(SchemaReader.metadata(read), fields, List.of()));
  }

  private void noteDictionaries(ArrowField field) {
    field.dictionary().ifPresent(key -> dictionaryFields.put(key.id(), field.withoutDictionary()));
    field.children().forEach(this::noteDictionaries);
  }

  private void readDictionary(DictionaryBatch batch, ByteBuffer body) throws BrokenArrow {
    ArrowField field = dictionaryFields.get(batch.id());
    if (field == null || batch.isDelta()) {
      throw new BrokenArrow(
          "dictionary " + batch.id(),
          "a whole dictionary of one of the columns",
          field == null ? "one that no column refers to" : "a delta");
    }
    RecordBatch data = batch.data();
    if (data == null) {
      throw new BrokenArrow("dictionary " + batch.id(), "values", "none");
    }
    BatchReader reader = new BatchReader(data, body, dictionaries);
    dictionaries.put(batch.id(), reader.vectors(List.of(field)).getFirst());
  }

  private void readBatch(RecordBatch batch, ByteBuffer body) throws BrokenArrow {
    if (schema.isEmpty()) {
      throw new BrokenArrow("record batch", "a schema before it", "none");
    }
    List<ArrowVector> columns =
        new BatchReader(batch, body, dictionaries).vectors(schema.get().fields());
    batches.add(new ArrowTable.Batch(Math.toIntExact(batch.length()), columns));
  }
}
