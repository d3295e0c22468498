package org.pyconc.stdlib.socket;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Locale;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;

/** Failures of sockets: numbers and words as Linux and glibc have them. */
final class SocketErrors {
  static final int BAD_DESCRIPTOR = 9;
  static final int AGAIN = 11;
  static final int ACCESS = 13;
  static final int INVALID = 22;
  static final int BROKEN_PIPE = 32;
  static final int MESSAGE_SIZE = 90;
  static final int NO_PROTOCOL_OPTION = 92;
  static final int NOT_SUPPORTED = 95;
  static final int FAMILY_NOT_SUPPORTED = 97;
  static final int IN_USE = 98;
  static final int NOT_AVAILABLE = 99;
  static final int RESET = 104;
  static final int IS_CONNECTED = 106;
  static final int NOT_CONNECTED = 107;
  static final int TIMED_OUT = 110;
  static final int REFUSED = 111;
  static final int ALREADY = 114;
  static final int IN_PROGRESS = 115;

  static final int NAME_NOT_KNOWN = -2;

  static final PyType GAI_ERROR =
      new PyType("socket.gaierror", ExceptionTypes.OS_ERROR, true, null, b -> {});
  static final PyType H_ERROR =
      new PyType("socket.herror", ExceptionTypes.OS_ERROR, true, null, b -> {});

  private SocketErrors() {}

  /** The words of Linux. */
  static String words(int number) {
    return switch (number) {
      case 1 -> "Operation not permitted";
      case 2 -> "No such file or directory";
      case BAD_DESCRIPTOR -> "Bad file descriptor";
      case AGAIN -> "Resource temporarily unavailable";
      case ACCESS -> "Permission denied";
      case 20 -> "Not a directory";
      case INVALID -> "Invalid argument";
      case 24 -> "Too many open files";
      case BROKEN_PIPE -> "Broken pipe";
      case 36 -> "File name too long";
      case 88 -> "Socket operation on non-socket";
      case 89 -> "Destination address required";
      case MESSAGE_SIZE -> "Message too long";
      case NO_PROTOCOL_OPTION -> "Protocol not available";
      case 93 -> "Protocol not supported";
      case 94 -> "Socket type not supported";
      case NOT_SUPPORTED -> "Operation not supported";
      case FAMILY_NOT_SUPPORTED -> "Address family not supported by protocol";
      case IN_USE -> "Address already in use";
      case NOT_AVAILABLE -> "Cannot assign requested address";
      case 100 -> "Network is down";
      case 101 -> "Network is unreachable";
      case 103 -> "Software caused connection abort";
      case RESET -> "Connection reset by peer";
      case 105 -> "No buffer space available";
      case IS_CONNECTED -> "Transport endpoint is already connected";
      case NOT_CONNECTED -> "Transport endpoint is not connected";
      case TIMED_OUT -> "Connection timed out";
      case REFUSED -> "Connection refused";
      case 112 -> "Host is down";
      case 113 -> "No route to host";
      case ALREADY -> "Operation already in progress";
      case IN_PROGRESS -> "Operation now in progress";
      default -> "Unknown error " + number;
    };
  }

  private static final int[] KNOWN = {
    1, 2, 9, 13, 20, 22, 24, 32, 36, 89, 90, 92, 95, 97, 98, 99, 100, 101, 103, 104, 105, 106, 107,
    110, 111, 112, 113
  };

  static PyException of(int number) {
    return Errors.osError(number, words(number));
  }

  /** The OSError for what the host's channel has thrown. */
  static PyException of(Exception failure) {
    return of(number(failure));
  }

  /** The number of Linux for what the host's channel has thrown. */
  static int number(Exception failure) {
    return switch (failure) {
      case ClosedChannelException e -> BAD_DESCRIPTOR;
      case NotYetConnectedException e -> NOT_CONNECTED;
      case AlreadyConnectedException e -> IS_CONNECTED;
      case ConnectionPendingException e -> ALREADY;
      case AlreadyBoundException e -> INVALID;
      case NotYetBoundException e -> INVALID;
      case UnsupportedAddressTypeException e -> FAMILY_NOT_SUPPORTED;
      case UnsupportedOperationException e -> NOT_SUPPORTED;
      case PortUnreachableException e -> REFUSED;
      case IOException e -> ofMessage(e);
      default -> INVALID;
    };
  }

  private static int ofMessage(IOException failure) {
    String message = failure.getMessage();
    if (message != null) {
      String text = message.toLowerCase(Locale.ROOT);
      for (int each : KNOWN) {
        if (text.contains(words(each).toLowerCase(Locale.ROOT))) {
          return each;
        }
      }
      if (text.contains("reset")) {
        return RESET;
      }
      if (text.contains("unreachable")) {
        return 113;
      }
      if (text.contains("too long")) {
        return MESSAGE_SIZE;
      }
    }
    return switch (failure) {
      case BindException e -> IN_USE;
      case ConnectException e -> REFUSED;
      case NoRouteToHostException e -> 113;
      default -> 5;
    };
  }

  static PyException timedOut() {
    return Errors.of(ExceptionTypes.TIMEOUT_ERROR, "timed out");
  }

  /** What {@code getaddrinfo} has failed with. */
  static PyException name(int number, String words) {
    return Errors.of(GAI_ERROR, new Object[] {(long) number, WideString.of(words)});
  }

  static PyException name(UnknownHostException failure) {
    String message = failure.getMessage();
    if (message != null && message.contains("Temporary failure")) {
      return name(-3, "Temporary failure in name resolution");
    }
    if (message != null && message.contains("No address associated")) {
      return name(-5, "No address associated with hostname");
    }
    return name(NAME_NOT_KNOWN, "Name or service not known");
  }
}
