package dev.shardline.signal.format.onda.arrow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

/// Writes a table of one record batch as an Arrow file: no nulls, no dictionaries, no compression.
/// The same table gives the same bytes.
public final class ArrowWriter {
  private static final byte[] MAGIC = "ARROW1".getBytes(US_ASCII);
  private static final int ALIGNMENT = 8;
  private static final int CONTINUATION = -1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ArrowWriter() {}

  /// @param metadata of the schema
  /// @param columns vector i is field i
  /// @throws IllegalArgumentException if a vector is not of its field's type
  public static byte[] write(
      Map<String, String> metadata, List<ArrowField> fields, ArrowTable.Batch columns) {
    return new ArrowWriter().file(metadata, fields, columns);
  }

  private byte[] file(
      Map<String, String> metadata, List<ArrowField> fields, ArrowTable.Batch columns) {
    out.writeBytes(MAGIC);
    pad();
    FlatBufferBuilder schema = new FlatBufferBuilder();
    int schemaOffset = SchemaWriter.schema(schema, metadata, fields);
    message(schema, MessageHeader.Schema, schemaOffset, new byte[0]);
    BodyWriter body = new BodyWriter();
    body.columns(columns.columns());
    FlatBufferBuilder batch = new FlatBufferBuilder();
    int batchOffset = recordBatch(batch, columns.rows(), body);
    int start = out.size();
    byte[] bodyBytes = body.bytes();
    int metadataLength = message(batch, MessageHeader.RecordBatch, batchOffset, bodyBytes);
    int32(CONTINUATION);
    int32(0);
    footer(metadata, fields, start, metadataLength, bodyBytes.length);
    return out.toByteArray();
  }

  private static int recordBatch(FlatBufferBuilder builder, int rows, BodyWriter body) {
    List<BodyWriter.Range> ranges = body.ranges();
    RecordBatch.startBuffersVector(builder, ranges.size());
    for (int i = ranges.size() - 1; i >= 0; i--) {
      Buffer.createBuffer(builder, ranges.get(i).offset(), ranges.get(i).length());
    }
    int buffers = builder.endVector();
    List<Integer> lengths = body.lengths();
    RecordBatch.startNodesVector(builder, lengths.size());
    for (int i = lengths.size() - 1; i >= 0; i--) {
      FieldNode.createFieldNode(builder, lengths.get(i), 0);
    }
    int nodes = builder.endVector();
    return RecordBatch.createRecordBatch(builder, rows, nodes, buffers, 0, 0);
  }

  /// @return the bytes that the message takes before its body
  private int message(FlatBufferBuilder builder, byte type, int header, byte[] body) {
    builder.finish(
        Message.createMessage(builder, MetadataVersion.V5, type, header, body.length, 0));
    byte[] bytes = builder.sizedByteArray();
    int padded = Math.ceilDiv(bytes.length, ALIGNMENT) * ALIGNMENT;
    int32(CONTINUATION);
    int32(padded);
    out.writeBytes(bytes);
    pad();
    out.writeBytes(body);
    return 2 * Integer.BYTES + padded;
  }

  private void footer(
      Map<String, String> metadata,
      List<ArrowField> fields,
      int start,
      int metadataLength,
      int bodyLength) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int schema = SchemaWriter.schema(builder, metadata, fields);
    Footer.startRecordBatchesVector(builder, 1);
    Block.createBlock(builder, start, metadataLength, bodyLength);
    int batches = builder.endVector();
    Footer.startDictionariesVector(builder, 0);
    int dictionaries = builder.endVector();
    builder.finish(
        Footer.createFooter(builder, MetadataVersion.V5, schema, dictionaries, batches, 0));
    byte[] bytes = builder.sizedByteArray();
    out.writeBytes(bytes);
    int32(bytes.length);
    out.writeBytes(MAGIC);
  }

  private void pad() {
    while (out.size() % ALIGNMENT != 0) {
      out.write(0);
    }
  }

  private void int32(int number) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
  }
}
