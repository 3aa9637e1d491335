package dev.shardline.storage.s3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Reads the answer to ListObjectsV2 in the form that servers give it, about ten times faster than
/// the SDK does, whose reading would bound how fast a large bucket is listed. Gives up on anything
/// unusual (other markup, other references), which is then the SDK's to read. For one thread.
final class ListingDocument {
  private static final byte[] ROOT = ascii("ListBucketResult");
  private static final byte[] CONTENTS = ascii("Contents");
  private static final byte[] COMMON_PREFIXES = ascii("CommonPrefixes");
  private static final byte[] KEY = ascii("Key");
  private static final byte[] ETAG = ascii("ETag");
  private static final byte[] SIZE = ascii("Size");
  private static final byte[] PREFIX = ascii("Prefix");
  private static final byte[] ENCODING = ascii("EncodingType");
  private static final byte[] TRUNCATED = ascii("IsTruncated");
  private static final byte[] TOKEN = ascii("NextContinuationToken");
  private static final byte[] QUOTE = ascii("&quot;");

  private final byte[] document;
  private final int length;
  private final ListingEntries entries = new ListingEntries();
  private int position;
  private int text;
  private ListingEntries.Text key = ListingEntries.Text.EMPTY;
  private ListingEntries.Text etag = ListingEntries.Text.EMPTY;
  private long size;
  private EntryForm form;

  /// Whether the last tag opened an element: what follows it is a value if that is closed next.
  private boolean opened;

  private boolean inContents;
  private boolean inPrefixes;
  private boolean complete;

  private ListingDocument(byte[] document, int length) {
    this.document = document;
    this.length = length;
    this.form = new EntryForm(document, 0);
  }

  /// The entries of an answer; empty if it has an unusual form or is not whole.
  ///
  /// @param document the answer's bytes are its first `length` ones; not kept
  static Optional<ListingEntries> read(byte[] document, int length) {
    ListingDocument reading = new ListingDocument(document, length);
    try {
      while (reading.entry() || reading.tag()) {}
    } catch (UnusualXmlException _) {
      return Optional.empty();
    }
    return reading.complete ? Optional.of(reading.entries) : Optional.empty();
  }

  /// Reads on behind an object that is written as the one before; false if none stands here.
  private boolean entry() throws UnusualXmlException {
    int end = inPrefixes ? -1 : form.match(position, length);
    if (end < 0) {
      return false;
    }
    text = form.start(EntryForm.Value.KEY);
    ListingEntries.Text foundKey = bytes(form.end(EntryForm.Value.KEY));
    text = form.start(EntryForm.Value.ETAG);
    ListingEntries.Text foundEtag = etag(form.end(EntryForm.Value.ETAG));
    text = form.start(EntryForm.Value.SIZE);
    entries.add(foundKey, foundEtag, number(form.end(EntryForm.Value.SIZE)));
    position = end;
    return true;
  }

  /// Reads on behind the next tag; false at the end of the document.
  private boolean tag() throws UnusualXmlException {
    int before = position;
    int open = ByteSearch.indexOf('<', document, before, length);
    int close = ByteSearch.indexOf('>', document, open, length);
    if (close == length) {
      return false;
    }
    position = close + 1;
    switch (document[open + 1]) {
      case '?' -> {}
      case '!' -> throw new UnusualXmlException();
      case '/' -> end(open + 2, close, open);
      default -> start(before, open + 1, close);
    }
    return true;
  }

  /// @param before where the text before the tag begins
  private void start(int before, int from, int close) throws UnusualXmlException {
    int to = from;
    while (to < close && document[to] > ' ' && document[to] != '/') {
      to++;
    }
    if (!inContents && !inPrefixes) {
      inContents = is(from, to, CONTENTS);
      inPrefixes = is(from, to, COMMON_PREFIXES);
      if (inContents) {
        form = new EntryForm(document, before);
        key = ListingEntries.Text.EMPTY;
        etag = ListingEntries.Text.EMPTY;
        size = 0;
      }
    }
    text = position;
    opened = document[close - 1] != '/';
    if (!opened) {
      end(from, to, position);
    }
  }

  private void end(int from, int to, int textEnd) throws UnusualXmlException {
    if (inContents) {
      endInContents(from, to, textEnd);
    } else if (inPrefixes) {
      if (is(from, to, PREFIX)) {
        entries.addFolder(text(textEnd));
      }
      inPrefixes = !is(from, to, COMMON_PREFIXES);
    } else if (is(from, to, TRUNCATED)) {
      entries.truncated(text(textEnd).equals("true"));
    } else if (is(from, to, TOKEN)) {
      entries.token(text(textEnd));
    } else if (is(from, to, ENCODING)) {
      entries.encoding(text(textEnd));
    } else if (is(from, to, ROOT)) {
      complete = true;
    }
    opened = false;
  }

  private void endInContents(int from, int to, int textEnd) throws UnusualXmlException {
    if (opened) {
      form.value(text, textEnd);
    }
    if (is(from, to, KEY)) {
      form.name(EntryForm.Value.KEY, opened);
      key = bytes(textEnd);
    } else if (is(from, to, ETAG)) {
      form.name(EntryForm.Value.ETAG, opened);
      etag = etag(textEnd);
    } else if (is(from, to, SIZE)) {
      form.name(EntryForm.Value.SIZE, opened);
      size = number(textEnd);
    } else if (is(from, to, CONTENTS)) {
      inContents = false;
      form.end(position);
      entries.add(key, etag, size);
    }
  }

  /// A tag, without the quotes around it, which mostly stand there as references.
  private ListingEntries.Text etag(int end) throws UnusualXmlException {
    if (end - text >= 2 * QUOTE.length
        && is(text, text + QUOTE.length, QUOTE)
        && is(end - QUOTE.length, end, QUOTE)) {
      text += QUOTE.length;
      return bytes(end - QUOTE.length);
    }
    return bytes(end).withoutQuotes();
  }

  private long number(int end) throws UnusualXmlException {
    long value = 0;
    for (int i = text; i < end; i++) {
      int digit = document[i] - '0';
      if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 10 - 1) {
        throw new UnusualXmlException();
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// A text's bytes, where they stand unless there are references to resolve.
  private ListingEntries.Text bytes(int end) throws UnusualXmlException {
    if (ByteSearch.indexOf('&', document, text, end) == end) {
      return new ListingEntries.Text(document, text, end);
    }
    byte[] resolved = text(end).getBytes(StandardCharsets.UTF_8);
    return new ListingEntries.Text(resolved, 0, resolved.length);
  }

  private String text(int end) throws UnusualXmlException {
    String raw = new String(document, text, end - text, StandardCharsets.UTF_8);
    return raw.indexOf('&') < 0 ? raw : XmlReferences.resolve(raw);
  }

  private boolean is(int from, int to, byte[] name) {
    return to - from == name.length && Arrays.equals(document, from, to, name, 0, name.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
