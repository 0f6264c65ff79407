import { phrases, type ProseLists } from "./prose-lists.ts";

export const spanish: ProseLists = {
  description: phrases(
    `Cubre los casos habituales
    Sirve para la mayoría de los pedidos
    Disponible en todas las sucursales
    Se conserva para expedientes antiguos
    Introducido con la nueva lista de precios
    Pensado para el uso diario
    Reservado para uso interno
    Sustituye a la edición del año pasado
    Forma parte de la gama de primavera
    Adecuado para equipos pequeños
    Revisado a mano antes de su publicación`,
    `, con asistencia incluida
    , sin coste adicional
    , hasta nuevo aviso
    , hasta agotar existencias
    , a partir del mes que viene
    , previa consulta
    , con las condiciones habituales
    , también los sábados`,
  ),
  story: phrases(
    `Una maestra jubilada
    Un joven detective
    El último farero de la isla
    Una cocinera ambiciosa
    Un músico viajero
    La hija de un relojero
    Un bibliotecario tímido
    Una periodista en una ciudad dividida
    Un viejo marinero`,
    `encuentra una carta que nadie debía leer
    debe volver a casa antes del invierno
    quiere salvar el negocio familiar
    se ve envuelto en una apuesta peligrosa
    halla una ayuda inesperada
    debe elegir entre el deber y el amor
    descubre un secreto que guarda todo el pueblo
    aprende que el pasado siempre vuelve`,
  ),
  comment: phrases(
    `Se llamó al cliente
    Expediente revisado
    Documentos enviados de nuevo
    Se dejó un mensaje
    Cifras comprobadas
    Pasado a contabilidad
    Tratado en persona
    Confirmado por teléfono
    Formulario firmado recibido`,
    `, nueva fecha acordada
    , nada fuera de lo normal
    , respuesta la próxima semana
    , todo resuelto
    , pendiente de respuesta
    , según lo acordado
    , dirección corregida
    , asunto cerrado`,
  ),
  review: phrases(
    `Funciona tal como se describe
    La entrega fue más rápida de lo esperado
    Buena relación calidad-precio
    El color es un poco más oscuro que en la foto
    Lo compraría otra vez
    Fácil de montar
    Las instrucciones podrían ser más claras
    Servicio amable y atento
    Más pequeño de lo que pensaba, pero bien
    Justo lo que buscaba
    Llegó bien embalado
    No es perfecto, pero cumple
    Algo ruidoso, por lo demás estupendo`,
  ),
  praise: phrases(
    `Funciona tal como se describe
    La entrega fue más rápida de lo esperado
    Buena relación calidad-precio
    Lo compraría otra vez
    Fácil de montar
    Servicio amable y atento
    Justo lo que buscaba
    Llegó bien embalado`,
  ),
  mixed: phrases(
    `No es perfecto, pero cumple
    El color es un poco más oscuro que en la foto
    Las instrucciones podrían ser más claras
    Más pequeño de lo que pensaba, pero bien
    Algo ruidoso, por lo demás correcto
    Correcto para el precio`,
  ),
  complaint: phrases(
    `Dejó de funcionar a la semana
    No es como se describe
    Lo devolví
    Llegó dañado
    Nadie respondió a mis mensajes
    Demasiado ruidoso
    No lo compraría otra vez
    Faltaban piezas`,
  ),
  message: phrases(
    `Gracias por su mensaje
    Hemos recibido su solicitud y responderemos en dos días
    Adjuntamos las cifras del mes pasado
    Indíquenos si la fecha le conviene
    La reunión se ha aplazado al jueves
    Su pedido está en camino
    Tengo una pregunta sobre la última factura
    ¿Podría enviarme los documentos otra vez?
    Esperamos su visita
    Confirme la dirección de entrega, por favor
    El cambio se ha hecho como pidió
    Disculpe el retraso`,
  ),
  subject: phrases(
    `Pregunta sobre
    Novedades sobre
    Recordatorio:
    Comentarios sobre
    Documentos para
    Resumen de`,
    `la última factura
    su reserva
    la fecha de entrega
    la reunión de equipo
    la lista de precios
    las condiciones del contrato
    los datos de este mes
    la encuesta de clientes`,
  ),
  clinical: phrases(
    `Acude a revisión
    Tensión bien controlada
    Auscultación pulmonar normal
    Tos desde hace tres días
    ECG sin cambios agudos
    Dolor de rodilla en mejoría
    Glucemia por encima del objetivo
    Herida con buena evolución
    Cefalea dos veces por semana
    Disnea de esfuerzo
    Peso estable desde la última visita
    Analítica dentro de la normalidad`,
    `, sin cambios en la medicación
    , nueva visita en seis semanas
    , sin signos de infección
    , se aconseja reposo
    , se ajusta la dosis
    , derivado al especialista
    , se solicitan más pruebas
    , explicado al paciente`,
  ),
  reason: phrases(
    `más barato en otro sitio
    entregado demasiado tarde
    dañado en el transporte
    talla equivocada
    pedido dos veces por error
    ya no hace falta
    datos incorrectos
    traslado a otra ciudad
    faltan documentos
    a petición del cliente
    fallo técnico
    fin del contrato`,
  ),
  keywords: phrases(
    `verano
    jardín
    oficina
    viaje
    familia
    cocina
    salud
    música
    deporte
    oferta
    escuela
    ciudad
    naturaleza
    tecnología
    invierno
    regalo
    hogar
    vacaciones`,
  ),
};
