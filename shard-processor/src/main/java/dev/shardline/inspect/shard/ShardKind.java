package dev.shardline.inspect.shard;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.shard.MdsReader;
import dev.shardline.shard.NpyRecords;
import dev.shardline.shard.SafetensorsReader;
import dev.shardline.shard.StoredRecords;
import dev.shardline.shard.TfRecordReader;
import dev.shardline.shard.WebDatasetReader;
import java.io.IOException;
import java.util.Locale;

/// The formats of shards whose records can be looked into, told by the file's name.
public enum ShardKind {
  WEBDATASET("WebDataset shard", ".*\\.tar(\\.gz|\\.zst)?"),
  MDS("MDS shard", ".*\\.mds"),
  SAFETENSORS("safetensors", ".*\\.safetensors"),
  TFRECORD("TFRecord shard", ".*\\.tfrecord"),
  NPY("NPY shard", ".*\\.npy");

  private final String title;
  private final String names;

  ShardKind(String title, String names) {
    this.title = title;
    this.names = names;
  }

  String title() {
    return title;
  }

  boolean names(InspectedFile file) {
    return file.name().toLowerCase(Locale.ROOT).matches(names);
  }

  StoredRecords open(InspectedFile file) throws IOException, MalformedDataException {
    return switch (this) {
      case WEBDATASET -> new WebDatasetReader(file.open(), file.name());
      case MDS -> new MdsReader(file.bytes());
      case SAFETENSORS -> new SafetensorsReader(file.bytes());
      case TFRECORD -> new TfRecordReader(file.bytes());
      case NPY -> new NpyRecords(file.bytes(), factsBeside(file).open());
    };
  }

  private static InspectedFile factsBeside(InspectedFile file) throws IOException {
    return NpyInspector.factsBeside(file)
        .orElseThrow(
            () -> new UsageException("There is no .jsonl file beside %s".formatted(file.place())));
  }
}
